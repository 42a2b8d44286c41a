import type { Filed } from './acts';
import { bodiesOf, createdOf, memoOf, motivationOf, targetOf } from './reading';

/** An annotation with what was said about it. */
export interface Thread {
  readonly root: Filed;
  /** By time. */
  readonly replies: readonly Filed[];
  readonly resolved: boolean;
}

/**
 * Threads of one report's annotations, in their order. A reply to a reply belongs to the same thread; what answers
 * an annotation that is not there makes a thread of its own, so that nothing is hidden. Linear.
 */
export function threadsOf(filed: readonly Filed[]): Thread[] {
  const byId = new Map(filed.map((entry) => [entry.annotation.id, entry]));
  const rootOf = (entry: Filed): Filed => {
    let root = entry;
    for (let depth = 0; depth < filed.length; depth++) {
      const above = byId.get(targetOf(root.annotation).source);
      if (above === undefined || above === root) break;
      root = above;
    }
    return root;
  };
  const answers = new Map<Filed, Filed[]>();
  for (const entry of filed) {
    const root = rootOf(entry);
    const list = answers.get(root) ?? [];
    answers.set(root, list);
    if (root !== entry) list.push(entry);
  }
  return [...answers].map(([root, list]) => {
    const inTime = [...list].sort((a, b) => (createdOf(a.annotation) < createdOf(b.annotation) ? -1 : 1));
    const marks = inTime.filter(({ annotation }) => motivationOf(annotation) === 'assessing');
    return {
      root,
      replies: inTime.filter(({ annotation }) => motivationOf(annotation) !== 'assessing' && memoOf(annotation) !== ''),
      resolved: marks.length > 0 && isResolved(marks[marks.length - 1] as Filed),
    };
  });
}

function isResolved({ annotation }: Filed): boolean {
  return bodiesOf(annotation).some((body) => body.purpose === 'assessing' && body.value === 'resolved');
}
