// @ts-check
/** Command: everything that the host tests need and the clone does not hold. */
import { step } from '../run.mjs';
import { browserNeeds, buildNeeds, ensurePackages } from './debian.mjs';
import { ensureWorkbench } from './install.mjs';

try {
  await step('packages of the machine', () => ensurePackages([...buildNeeds, ...browserNeeds]));
  const { server } = await ensureWorkbench();
  console.log(server);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
