/**
 * What is indexed of a new corpus before more is read, so that there are answers soon: a few reports at first, then more, then
 * all. At most so many of them, or as many as are read in so many milliseconds after the first one.
 */
const servings = [
  { reports: 12, time: 200 },
  { reports: 96, time: 2_000 },
];

/** What tells from the number of reports that are read whether they are enough for now, where so many are indexed already. */
export function servingAfter(indexed: number): (read: number) => boolean {
  const serving = servings.find(({ reports }) => indexed < reports);
  let until = Infinity;
  return (read) => {
    if (!serving || read === 0) return false;
    until = Math.min(until, performance.now() + serving.time);
    return read >= serving.reports || performance.now() > until;
  };
}
