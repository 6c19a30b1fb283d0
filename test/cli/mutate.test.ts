import { expect, test } from 'vitest';
import { bookFolder } from './book-folder.ts';

test('an operator or a file that is not there is refused with the nearest name', () => {
  const folder = bookFolder();
  try {
    const operator = folder.run('.', 'mutate', '--operator', 'drop-backups');
    expect(operator).toMatchObject({ status: 2, stdout: '' });
    expect(operator.stderr).toContain('drop-backup`');
    const file = folder.run('.', 'mutate', '--file', 'escalations.yaml');
    expect(file).toMatchObject({ status: 2, stdout: '' });
    expect(file.stderr).toContain('no book here has a file');
  } finally {
    folder.dispose();
  }
});
