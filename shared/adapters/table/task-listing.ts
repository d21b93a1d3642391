import type { TaskKind } from '#events/task-vocabulary.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Page, PageRequest } from '#shared/ports/store.ts';
import { tasksPartition } from './index-keys.ts';
import { type IndexReader, statePage } from './listing.ts';

/** Return the tasks of a kind, the latest opened first. */
export const tasksOfKind = (reader: IndexReader, kind: TaskKind, page: PageRequest): Promise<Page<Task>> =>
  statePage<'task'>(
    reader,
    { index: 'list', partitions: [tasksPartition(kind)], order: 'descending' },
    page,
    (found) => found.kind === kind,
  );
