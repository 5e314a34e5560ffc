import type { Language, Text } from '../kpi/define.ts';
import { cellsEn } from '../messages/en/cells.ts';
import { cellsVi } from '../messages/vi/cells.ts';
import type { GridSize, Refusal } from './refusal.ts';

const words = { en: cellsEn, vi: cellsVi };
/** Made once a language: making one costs as much as a thousand sentences. */
const formats: { [language in Language]?: Intl.NumberFormat } = {};
const longestQuote = 40;

/**
 * A refusal as the sentence a cell shows. It begins with the name of the function, so that a
 * reader knows who speaks and another function of ours knows the sentence again.
 */
export const sentence = (name: string, refusal: Refusal, language: Language): string =>
  `${name}: ${reason(refusal, language)}`;

function reason(refusal: Refusal, language: Language): string {
  const say = words[language];
  formats[language] ??= new Intl.NumberFormat(language, { maximumFractionDigits: 10 });
  const format = formats[language];
  const number = (value: number) => format.format(value);
  const size = ({ rows, columns }: GridSize) => say.size(number(rows), number(columns));
  const side = (text: Text, value: number) =>
    /^\d+$/.test(text[language]) ? text[language] : `${text[language]} (${number(value)})`;
  switch (refusal.why) {
    case 'error':
    case 'text':
    case 'ambiguous':
      return say[refusal.why](refusal.input[language], quoted(refusal.value));
    case 'date':
    case 'spaces':
    case 'truth':
    case 'missing':
    case 'whole':
      return say[refusal.why](refusal.input[language]);
    case 'below':
    case 'above':
      return say[refusal.why](
        refusal.input[language],
        number(refusal.value),
        number(refusal.bound),
      );
    case 'choice':
      return say.choice(refusal.input[language], quoted(refusal.value), refusal.options.join(', '));
    case 'impossible':
      return (refusal.sign === '<=' ? say.moreThan : say.lessThan)(
        side(refusal.left, refusal.leftValue),
        side(refusal.right, refusal.rightValue),
      );
    case 'tooLarge':
    case 'noName':
      return say[refusal.why]();
    case 'tooMany':
      return say.tooMany(number(refusal.most));
    case 'shapes':
      return say.shapes(
        refusal.input[language],
        size(refusal.size),
        refusal.other[language],
        size(refusal.otherSize),
      );
    case 'halfKnown':
      return say.halfKnown(refusal.known[language], refusal.blank[language], number(refusal.row));
    case 'inRow':
      return say.inRow(number(refusal.row), reason(refusal.refusal, language));
    case 'unknownName':
      return refusal.near.length > 0
        ? say.didYouMean(quoted(refusal.value), refusal.near.join(', '))
        : say.unknownName(quoted(refusal.value));
  }
}

/** What stood in a cell, on one line and not too long to be read. */
function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  const letters = Array.from(line);
  return letters.length > longestQuote ? `${letters.slice(0, longestQuote).join('')}…` : line;
}
