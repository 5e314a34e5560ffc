import { lookupsBy, type Unusable } from '../json-lookup.ts';
import type { TroubleKind } from './causes.ts';
import { classify } from './classify.ts';

export const unusable = (kind: TroubleKind): Unusable => ({ trouble: { kind, detail: '' } });

export const lookup = lookupsBy(classify);
