// Saves a page as one file (MHTML), as a browser's "save page" does.
// usage: node --experimental-websocket save_page.mjs PAGE.html OUT.mht
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [page, out] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'save-page-'));
const browser = spawn('chromium', ['--headless', '--no-sandbox', `--user-data-dir=${profile}`,
  '--remote-debugging-port=0', 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });

const endpoint = await new Promise((found) => {
  let said = '';
  browser.stderr.on('data', (chunk) => {
    said += chunk;
    const match = said.match(/ws:\/\/[^\s]+/);
    if (match) found(match[0]);
  });
});
const address = new URL(endpoint);
const targets = await (await fetch(`http://${address.host}/json/list`)).json();
const socket = new WebSocket(targets.find((each) => each.type === 'page').webSocketDebuggerUrl);
await new Promise((opened) => { socket.onopen = opened; });

let last = 0;
const waiting = new Map();
let loaded;
const load = new Promise((done) => { loaded = done; });
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.method === 'Page.loadEventFired') loaded();
  waiting.get(message.id)?.(message.result);
};
const ask = (method, params = {}) => new Promise((answer) => {
  waiting.set(++last, answer);
  socket.send(JSON.stringify({ id: last, method, params }));
});

await ask('Page.enable');
await ask('Page.navigate', { url: pathToFileURL(resolve(page)).href });
await load;
const { data } = await ask('Page.captureSnapshot', { format: 'mhtml' });
// The page's place on this machine is of no concern to the file.
writeFileSync(out, data.replaceAll(/file:\/\/\/\S*\//g, 'https://www.example.cn/'));
socket.close();
browser.on('exit', () => rmSync(profile, { recursive: true, force: true }));
browser.kill();
