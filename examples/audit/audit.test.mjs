// The audit of graphql-http, the reference implementation of GraphQL over HTTP,
// against a real server: every MUST, SHOULD and MAY.
import assert from 'node:assert';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { serverAudits } from 'graphql-http';

const root = resolve(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'mueang-audit-'));
const program = join(dir, 'mueang');
execFileSync('go', ['build', '-o', program, './cmd/mueang'], { cwd: root, stdio: 'inherit' });
const server = spawn(program, ['--store', `sqlite:${join(dir, 'test.db')}`, 'serve', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
const url = await new Promise((found, failed) => {
  let said = '';
  server.stdout.on('data', (data) => {
    said += data;
    const at = /on (http:\/\/\S+\/graphql)/.exec(said);
    if (at) found(at[1]);
  });
  server.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
});
after(() => {
  server.removeAllListeners('exit');
  server.kill();
  rmSync(dir, { recursive: true, force: true });
});

const passed = {};
const audits = serverAudits({ url });
for (const { id, name, fn } of audits) {
  test(`${id} ${name}`, async () => {
    const result = await fn();
    assert.equal(result.status, 'ok', result.reason);
    const [word] = name.split(' ');
    passed[word] = (passed[word] ?? 0) + 1;
  });
}
test('every audit was made and passed', () => {
  console.log(`# passed of ${audits.length}: ${Object.entries(passed).map(([word, count]) => `${count} ${word}`).join(', ')}`);
  assert.equal(Object.values(passed).reduce((a, b) => a + b, 0), audits.length);
  assert.ok(passed.MUST >= 13 && passed.SHOULD >= 20, 'the audit is smaller than it was');
});
