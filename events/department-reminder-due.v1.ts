import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
/** The answer of a department is due soon, and the department is reminded. */
export const departmentReminderDue = defineEvent(
  'rida.department.reminder-due.v1',
  'The answer of a department is due soon, and the department is reminded.',
  z.object({ request: z.string(), department: z.string(), dueAt: instant }),
);
