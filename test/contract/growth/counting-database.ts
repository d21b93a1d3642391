import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { Database, openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';

/** Counts of a database: transactions, statements that ran, rows and characters that they returned or wrote. */
export interface StatementCount {
  transactions: number;
  statements: number;
  rows: number;
  characters: number;
}

const charactersOf = (row: Readonly<Record<string, SQLOutputValue>>): number =>
  Object.values(row).reduce<number>((sum, value) => sum + String(value ?? '').length, 0);

function countingStatement(statement: StatementSync, count: StatementCount): StatementSync {
  const returned = (rows: readonly Readonly<Record<string, SQLOutputValue>>[]): void => {
    count.statements += 1;
    count.rows += rows.length;
    count.characters += rows.reduce((sum, row) => sum + charactersOf(row), 0);
  };
  return new Proxy(statement, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        const answer: unknown = Reflect.apply(method, target, args);
        if (name === 'all') returned(answer as Record<string, SQLOutputValue>[]);
        if (name === 'get') returned(answer === undefined ? [] : [answer as Record<string, SQLOutputValue>]);
        if (name === 'run') returned([{ written: args.map(String).join('') }]);
        return answer;
      };
    },
  });
}

/** A database whose prepared statements are counted: an empty one in memory, or a file. */
export function countingDatabase(path = ':memory:'): {
  readonly database: Database;
  readonly count: StatementCount;
} {
  const count: StatementCount = { transactions: 0, statements: 0, rows: 0, characters: 0 };
  const { sql } = openDatabase(path);
  const counting = new Proxy(sql, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        const answer: unknown = Reflect.apply(method, target, args);
        if (name === 'exec' && String(args[0]).startsWith('BEGIN')) count.transactions += 1;
        return name === 'prepare' ? countingStatement(answer as StatementSync, count) : answer;
      };
    },
  });
  return { database: new Database(':memory:', counting as DatabaseSync), count };
}
