import type { Log, Location, ReportingDescriptor, Result } from 'sarif';
import type { PrintedTarget } from '../features/inspect';
import { localised } from '../features/diagnostics';
import { allRules } from '../rules/rules';
import type { Severity } from '../rules/model';
import type { PrintedFinding } from './finding';

const levels: Readonly<Record<Severity | 'off', Result.level>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' };

/** A path relative to the corpus as a relative URI. */
const uriOf = (report: string): string => report.split('/').map(encodeURIComponent).join('/');

function locationOf({ report, range }: PrintedTarget, text?: string): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(report), uriBaseId: 'CORPUS' },
      region: {
        startLine: range.start.line + 1, startColumn: range.start.character + 1,
        endLine: range.end.line + 1, endColumn: range.end.character + 1,
      },
    },
    ...(text === undefined ? {} : { message: { text } }),
  };
}

const rules: readonly ReportingDescriptor[] = allRules.map(({ id, title, severity }) => ({
  id,
  shortDescription: { text: localised(title) },
  defaultConfiguration: { level: levels[severity], enabled: severity !== 'off' },
}));

/** Findings as a SARIF 2.1.0 log (OASIS standard, 27 March 2020); columns count UTF-16 units. */
export function findingsAsSarif(findings: readonly PrintedFinding[], version: string): Log {
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  return {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [{
      tool: { driver: { name: 'wenmai', semanticVersion: version, rules: [...rules] } },
      columnKind: 'utf16CodeUnits',
      results: findings.map((finding): Result => ({
        ruleId: finding.rule,
        ruleIndex: index.get(finding.rule) ?? -1,
        level: levels[finding.severity],
        message: { text: finding.message },
        locations: [locationOf(finding)],
        ...(finding.related.length > 0 ? { relatedLocations: finding.related.map((other) => locationOf(other, other.message)) } : {}),
      })),
    }],
  };
}
