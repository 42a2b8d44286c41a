import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { hover, openCorpus, openFile, picture } from '../ui/window';

describe('the package, installed into a clean VS Code', () => {
  it('shows the hover', async () => {
    const vsix = process.env.WENMAI_VSIX;
    assert(vsix, 'WENMAI_VSIX must name the package: run this with `npm test -- vsix`');
    const window = await openCorpus({ corpus: join(root, 'seeds'), vsix });
    const { page } = window;
    try {
      await openFile(page, '医疗人工智能落地观察2025.txt', 466);
      const card = await hover(page, '医渡科技', '02158');
      assert.match(await card.innerText(), /医渡科技/);
    } finally {
      await picture(page, 'installed');
      await window.close();
    }
  });
});
