import { conflict } from './claim/conflict';
import { dateOrder } from './claim/dateOrder';
import { difference } from './claim/difference';
import { enumeration } from './claim/enumeration';
import { equal } from './claim/equal';
import { growth } from './claim/growth';
import { hundred } from './claim/hundred';
import { impossible } from './claim/impossible';
import { issuance } from './claim/issuance';
import { parts } from './claim/parts';
import { period } from './claim/period';
import { sameNumber } from './claim/sameNumber';
import { share } from './claim/share';
import { tableCount } from './claim/tableCount';
import { ambiguousAlias } from './entity/ambiguousAlias';
import { nearMiss } from './entity/nearMiss';
import { spelling } from './entity/spelling';
import { typeConflict } from './entity/typeConflict';
import { unlisted } from './entity/unlisted';
import { variant } from './entity/variant';
import type { CorpusRule, ReportRule, RuleInfo, TextRule } from './model';
import { earlierMention } from './reference/earlierMention';
import { otherNumber } from './reference/otherNumber';
import { unanswered } from './reference/unanswered';
import { unknownDocument } from './reference/unknownDocument';
import { captionBody } from './structure/captionBody';
import { captionUnlisted } from './structure/captionUnlisted';
import { cutParagraph } from './structure/cutParagraph';
import { duplicateNumber } from './structure/duplicateNumber';
import { duplicateParagraph } from './structure/duplicateParagraph';
import { duplicateRow } from './structure/duplicateRow';
import { headingJump } from './structure/headingJump';
import { noteMissing } from './structure/noteMissing';
import { noteUnmarked } from './structure/noteUnmarked';
import { numberOrder } from './structure/numberOrder';
import { rowNumber } from './structure/rowNumber';
import { sectionNumber } from './structure/sectionNumber';
import { tocMissing } from './structure/tocMissing';
import { tocTitle } from './structure/tocTitle';
import { deprecatedTag } from './tag/deprecated';
import { disagreement } from './tag/disagreement';
import { duplicateAnnotation } from './tag/duplicate';
import { taggedElsewhere } from './tag/elsewhere';
import { exclusiveTags } from './tag/exclusive';
import { missingTags } from './tag/missing';
import { orphaned } from './tag/orphaned';
import { parentAndChild } from './tag/parentAndChild';
import { unknownTag } from './tag/unknown';
import { encodingGuessed } from './text/encodingGuessed';
import { mixedScript } from './text/mixedScript';
import { replacement } from './text/replacement';
import { straySpace } from './text/straySpace';

/** The checks of one report's text. */
export const textRules: readonly TextRule[] = [
  duplicateNumber, numberOrder, sectionNumber, headingJump, tocTitle, tocMissing, captionUnlisted, noteMissing, noteUnmarked,
  captionBody, cutParagraph, duplicateRow, rowNumber,
  earlierMention,
  growth, difference, parts, share, hundred, impossible, dateOrder, period, tableCount, equal, sameNumber, enumeration,
  encodingGuessed, replacement, mixedScript, straySpace,
];

/** The checks of one report by itself that also read what the corpus knows of it. */
export const reportRules: readonly ReportRule[] = [
  duplicateParagraph,
  unanswered, otherNumber,
  nearMiss, spelling, variant, ambiguousAlias, typeConflict, unlisted,
  unknownTag, deprecatedTag, missingTags, exclusiveTags, parentAndChild, duplicateAnnotation, orphaned, disagreement,
];

/** The checks of one report against the others. */
export const corpusRules: readonly CorpusRule[] = [conflict, issuance, unknownDocument, taggedElsewhere];

/** What all of them say of themselves. */
export const allRules: readonly RuleInfo[] = [...textRules, ...reportRules, ...corpusRules];
