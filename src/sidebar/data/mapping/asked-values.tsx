import type { Feed } from '../../../plan/model/feeds.ts';
import { titleIn } from '../in-words.ts';
import { valuesOf, withValues } from './feeds-draft.ts';
import type { Fields } from './use-fields.ts';
import { ValuesField } from './values-field.tsx';

interface AskedValuesProps {
  readonly id: string;
  readonly feed: Feed;
  /** Whose values only the user knows. */
  readonly dimension: string;
  readonly fields: Fields;
  readonly put: (feed: Feed) => void;
}

/** The one thing a proposal leaves to the user, asked where it is seen at once. */
export function AskedValues({ id, feed, dimension, fields, put }: AskedValuesProps) {
  const at = feed.only.findIndex((test) => test.dimension === dimension);
  const test = feed.only[at];
  if (!test) return null;
  return (
    <ValuesField
      id={`${id}-asked`}
      label={titleIn(fields.dimensions, dimension)}
      dimension={dimension}
      counting={feed.metric}
      fields={fields}
      values={valuesOf(test)}
      put={(values) => {
        const only = feed.only.map((each, index) =>
          index === at ? withValues(each, values) : each,
        );
        put({ ...feed, only });
      }}
    />
  );
}
