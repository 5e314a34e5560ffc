import {
  CommandType,
  type ICommandInfo,
  type IExecutionOptions,
  type Univer,
} from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { isOutsideCells, isSharedMutation, type Mutation } from '../engine/change-feed.ts';
import { commandsOf } from './grid/grid.ts';

interface SyncOptions extends IExecutionOptions {
  fromSync?: boolean;
}

/** Sends what the user changes in the grid to the server, in one piece per turn. */
export function sendChanges(univer: Univer, send: (mutations: Mutation[]) => void): void {
  let waiting: Mutation[] = [];
  commandsOf(univer).onCommandExecuted((command: Readonly<ICommandInfo>, options?: SyncOptions) => {
    if (command.type !== CommandType.MUTATION || options?.fromSync) return;
    if (!isSharedMutation(command) && !isOutsideCells(command.id)) return;
    // The engine's own bookkeeping of spilled answers is the server's.
    if (command.id.startsWith('formula.mutation.set-array')) return;
    if (waiting.length === 0) {
      queueMicrotask(() => {
        const sent = waiting;
        waiting = [];
        send(sent);
      });
    }
    waiting.push(JSON.parse(JSON.stringify({ id: command.id, params: command.params })));
  });
}

/** Makes a change that came from the server in the grid too. */
export function receiveChange(univer: Univer, { id, params }: Mutation): void {
  const options: SyncOptions = { onlyLocal: true, fromSync: true, fromCollab: true };
  if (id === SetRangeValuesMutation.id) options.fromFormula = true;
  commandsOf(univer).syncExecuteCommand(id, params as object, options);
}
