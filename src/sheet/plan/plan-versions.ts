import type { Plan } from '../../plan/model/plan.ts';
import type { Block } from '../layout/block.ts';
import { type PlanMetadata, parseMetadata } from './metadata-block.ts';
import { factsFor, type Known, type SheetState } from './plan-facts.ts';
import { planBlocks } from './plan-sheet.ts';

/**
 * The versions of plans that one run meets: what each is according to its metadata, and the blocks of
 * its sheet. Both are worked out when they are first asked for, and once.
 */
export class PlanVersions {
  readonly #metadata = new Map<string, PlanMetadata | null>();
  readonly #rendered = new Map<string, readonly Block[]>();
  #renderings = 0;
  /** The same plan, asked for again, needs no look at what is in it. */
  readonly #seen = new WeakMap<
    Plan,
    { readonly form: string; readonly blocks: readonly Block[] }
  >();

  constructor(private readonly known: Known) {}

  /** What the text of a plan's metadata says; read once, however often a run meets it. */
  metadata(text: string): PlanMetadata | null {
    const known = this.#metadata.get(text);
    if (known !== undefined) return known;
    const metadata = parseMetadata(text, this.known.sources);
    this.#metadata.set(text, metadata);
    return metadata;
  }

  /** How many times blocks were rendered so far. */
  get renderings(): number {
    return this.#renderings;
  }

  /**
   * The blocks of a plan's sheet with nothing typed into them: which rows and columns there are, what
   * is typed where, what the sheet says of its plan.
   */
  blocks(plan: Plan, { native, sample }: Pick<SheetState, 'native' | 'sample'>): readonly Block[] {
    const form = `${native} ${sample}`;
    const seen = this.#seen.get(plan);
    if (seen?.form === form) return seen.blocks;
    const blocks = this.#versionOf(plan, form, native, sample);
    this.#seen.set(plan, { form, blocks });
    return blocks;
  }

  #versionOf(plan: Plan, form: string, native: boolean, sample: boolean): readonly Block[] {
    const version = JSON.stringify([plan, form]);
    const known = this.#rendered.get(version);
    if (known) return known;
    const state = { revision: 0, frozen: false, native, sample };
    this.#renderings += 1;
    const blocks = planBlocks(factsFor(plan, state, {}, this.known));
    this.#rendered.set(version, blocks);
    return blocks;
  }
}
