// A real server over a real store: the founding releases and, where the shared
// corpus is there, its 708 releases about smart cities.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, process.env.MUEANG_SHARED ?? '../shared');

export async function startServer() {
  const dir = mkdtempSync(join(tmpdir(), 'mueang-web-'));
  const program = join(dir, 'mueang');
  execFileSync('go', ['build', '-o', program, './cmd/mueang'], { cwd: root, stdio: 'inherit' });
  const store = `sqlite:${join(dir, 'test.db')}`;
  const releases = ['seed/releases'];
  const corpus = join(shared, 'corpus/smartcity.jsonl.gz');
  if (existsSync(corpus)) releases.push(corpus);
  else console.log(`# ${corpus} is not there: the pages are tested with the founding releases alone`);
  execFileSync(program, ['--store', store, 'load', '--quiet', '--quarantine', '', ...releases], { cwd: root, stdio: 'inherit' });
  const server = spawn(program, ['--store', store, 'serve', '--listen', '127.0.0.1:0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((found, failed) => {
    let said = '';
    server.stdout.on('data', (data) => {
      said += data;
      const at = /on (http:\/\/\S+)\/graphql/.exec(said);
      if (at) found(at[1]);
    });
    server.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    base,
    async ask(query, variables) {
      const response = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) });
      const answer = await response.json();
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    stop() {
      server.removeAllListeners('exit');
      server.kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
