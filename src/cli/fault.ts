import { userFault } from '../files/system-fault.ts';

/**
 * Says in one line why a command could not run, with what to do about it, and has the process end with 2.
 * `command` is the name of the script. What is neither a fault of the call nor of the machine is a bug and is thrown on.
 */
export function tellFault(error: unknown, command: string): void {
  const fault = userFault(error);
  if (fault !== null) console.error(`${fault.message}；${fault.hint}`);
  else if (isWrongOption(error)) console.error(`选项不认识；用 npm run ${command} -- --help 看用法`);
  else throw error;
  process.exitCode = 2;
}

/** Whether `parseArgs` refused an option. Other errors of Node with a code are bugs. */
function isWrongOption(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
