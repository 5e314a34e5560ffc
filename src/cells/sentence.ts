import { cellsWords } from '../messages/compiled/cells.ts';
import type { Language } from '../messages/compiled/languages.ts';
import type { Text } from '../messages/every-language.ts';
import type { GridSize, Refusal } from './refusal.ts';

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
  const say = cellsWords(language);
  formats[language] ??= new Intl.NumberFormat(language, { maximumFractionDigits: 10 });
  const format = formats[language];
  const number = (value: number) => format.format(value);
  const size = ({ rows, columns }: GridSize) =>
    say.size({ rows: number(rows), columns: number(columns) });
  const side = (text: Text, value: number) =>
    /^\d+$/.test(text[language]) ? text[language] : `${text[language]} (${number(value)})`;
  switch (refusal.why) {
    case 'error':
    case 'text':
    case 'ambiguous':
      return say[refusal.why]({ input: refusal.input[language], value: quoted(refusal.value) });
    case 'date':
    case 'spaces':
    case 'truth':
    case 'missing':
    case 'whole':
      return say[refusal.why]({ input: refusal.input[language] });
    case 'below':
    case 'above':
      return say[refusal.why]({
        input: refusal.input[language],
        value: number(refusal.value),
        bound: number(refusal.bound),
      });
    case 'choice':
      return say.choice({
        input: refusal.input[language],
        value: quoted(refusal.value),
        options: refusal.options.join(', '),
      });
    case 'impossible':
      return (refusal.sign === '<=' ? say.moreThan : say.lessThan)({
        left: side(refusal.left, refusal.leftValue),
        right: side(refusal.right, refusal.rightValue),
      });
    case 'tooLarge':
    case 'noName':
      return say[refusal.why];
    case 'tooMany':
      return say.tooMany({ most: number(refusal.most) });
    case 'shapes':
      return say.shapes({
        input: refusal.input[language],
        size: size(refusal.size),
        other: refusal.other[language],
        otherSize: size(refusal.otherSize),
      });
    case 'halfKnown':
      return say.halfKnown({
        known: refusal.known[language],
        blank: refusal.blank[language],
        row: number(refusal.row),
      });
    case 'inRow':
      return say.inRow({ row: number(refusal.row), sentence: reason(refusal.refusal, language) });
    case 'unknownName':
      return refusal.near.length > 0
        ? say.didYouMean({ value: quoted(refusal.value), near: refusal.near.join(', ') })
        : say.unknownName({ value: quoted(refusal.value) });
  }
}

/** What stood in a cell, on one line and not too long to be read. */
function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  const letters = Array.from(line);
  return letters.length > longestQuote ? `${letters.slice(0, longestQuote).join('')}…` : line;
}
