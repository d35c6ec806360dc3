// Real servers over real stores. The one that most tests look at has the founding
// releases and, where the shared corpus is there, its 708 releases about smart
// cities; it takes a while to load, so that test/run.mjs starts it once for all.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
export const shared = resolve(root, process.env.MUEANG_SHARED ?? '../shared');
const corpus = join(shared, 'corpus/smartcity.jsonl.gz');

/** The releases of the server that most tests look at. */
export const releases = ['seed/releases', ...(existsSync(corpus) ? [corpus] : [])];

/** The program, built once. */
export function program() {
  if (!process.env.MUEANG_WEB_PROGRAM) {
    const dir = mkdtempSync(join(tmpdir(), 'mueang-program-'));
    process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
    process.env.MUEANG_WEB_PROGRAM = join(dir, 'mueang');
    execFileSync('go', ['build', '-o', process.env.MUEANG_WEB_PROGRAM, './cmd/mueang'], { cwd: root, stdio: 'inherit' });
  }
  return process.env.MUEANG_WEB_PROGRAM;
}

/** A store of its own, with releases: paths, or documents as {id, text, …}. */
export async function makeStore(...loaded) {
  const dir = mkdtempSync(join(tmpdir(), 'mueang-web-'));
  const store = {
    /** Runs a command on the store and gives what it wrote. */
    async run(...args) {
      const { stdout } = await promisify(execFile)(program(), ['--store', `sqlite:${join(dir, 'test.db')}`, ...args], { cwd: root, encoding: 'buffer', maxBuffer: 1 << 28 });
      return stdout;
    },
    path: `sqlite:${join(dir, 'test.db')}`,
    end: () => rmSync(dir, { recursive: true, force: true }),
  };
  const paths = loaded.filter((l) => typeof l === 'string');
  const documents = loaded.filter((l) => typeof l !== 'string');
  if (documents.length > 0) {
    paths.push(join(dir, 'documents.jsonl'));
    writeFileSync(paths.at(-1), documents.map((d) => JSON.stringify(d) + '\n').join(''));
  }
  if (paths.length > 0) await store.run('load', '--quiet', '--quarantine', '', ...paths);
  return store;
}

/** Serves a store; stop keeps it, so that it can be served again. */
export async function serve(store, ...flags) {
  const server = spawn(program(), ['--store', store.path, 'serve', ...(flags.includes('--listen') ? [] : ['--listen', '127.0.0.1:0']), ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
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
    ...asking(base),
    /** Ends the server as a power cut would, or as an operator would. */
    stop(signal = 'SIGTERM') {
      server.removeAllListeners('exit');
      const ended = server.exitCode === null && server.signalCode === null ? new Promise((done) => server.once('exit', done)) : Promise.resolve();
      server.kill(signal);
      return ended;
    },
  };
}

/** The server that most tests look at. */
export async function startServer() {
  if (process.env.MUEANG_WEB_BASE) return { ...asking(process.env.MUEANG_WEB_BASE), async stop() {} };
  if (releases.length === 1) console.log(`# ${corpus} is not there: the pages are tested with the founding releases alone`);
  const store = await makeStore(...releases);
  const server = await serve(store);
  return { ...server, stop: () => server.stop().then(store.end) };
}

const asking = (base) => ({
  base,
  async ask(query, variables, token) {
    const response = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }, body: JSON.stringify({ query, variables }) });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  },
});
