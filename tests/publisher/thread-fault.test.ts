import { expect, test } from 'vitest';
import { userFault } from '../../src/files/system-fault.ts';
import { UserError } from '../../src/files/user-error.ts';
import { DamagedCache } from '../../src/publisher/damaged.ts';
import { faultOf, raised } from '../../src/publisher/thread-fault.ts';

/** What arrives in another thread. */
function carried(error: unknown): Error {
  return raised(structuredClone(faultOf(error)));
}

test('a fault of the call arrives with what to do about it', () => {
  const error = carried(new UserError('“a.md”在读取时被改动', '改完以后再运行一次'));
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ message: '“a.md”在读取时被改动', hint: '改完以后再运行一次' });
});

test('a damaged cache arrives as one', () => {
  const error = carried(new DamagedCache('1.pack'));
  expect(error).toBeInstanceOf(DamagedCache);
  expect(error.message).toBe('The cache is damaged: 1.pack');
});

test('what the machine refuses is told in the same line', () => {
  const refused = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    path: '/disk/x',
  });
  expect(userFault(carried(refused))).toEqual(userFault(refused));
});

test('a bug arrives with its name and the place where it arose', () => {
  const bug = new TypeError('x is not a function');
  const error = carried(bug);
  expect(userFault(error)).toBeNull();
  expect([error.name, error.message, error.stack]).toEqual([bug.name, bug.message, bug.stack]);
  expect(carried('no error at all').message).toBe('no error at all');
});
