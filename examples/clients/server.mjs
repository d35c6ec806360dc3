// A real server of the founding releases, for the examples' tests.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Starts it; bring loads one more release, as another process would. */
export async function start(...flags) {
  const dir = mkdtempSync(join(tmpdir(), 'mueang-clients-'));
  const program = join(dir, 'mueang');
  const store = `sqlite:${join(dir, 'test.db')}`;
  execFileSync('go', ['build', '-o', program, './cmd/mueang'], { cwd: root, stdio: 'inherit' });
  const load = (place, input) => execFileSync(program, ['--store', store, 'load', '--quiet', place], { cwd: root, input, stdio: [input ? 'pipe' : 'ignore', 'ignore', 'inherit'] });
  load('seed/releases');
  const server = spawn(program, ['--store', store, 'serve', '--listen', '127.0.0.1:0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((found, failed) => {
    let said = '';
    server.stdout.on('data', (data) => {
      said += data;
      const at = /on (http:\/\/\S+\/graphql)/.exec(said);
      if (at) found(at[1]);
    });
    server.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  let brought = 0;
  return {
    url,
    bring() {
      brought++;
      load('-', `เทศบาลที่ ${brought}\nเมื่อวันที่ ${brought} มกราคม 2563 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดขอนแก่น เป็นประธานการประชุมเมืองอัจฉริยะ ครั้งที่ ${brought}/2563 ณ ศาลากลางจังหวัดขอนแก่น\n`);
    },
    stop() {
      server.removeAllListeners('exit');
      server.kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
