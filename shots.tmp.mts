import { chromium } from '/work/wt/booth/node_modules/playwright-core/index.mjs';
import { build } from '/work/wt/booth/node_modules/vite/dist/node/index.js';
import { writeFileSync, existsSync } from 'node:fs';
import { serve, DIST } from '/work/wt/booth/src/tools/serve.ts';
const SIZES: Record<string, [number, number]> = { wide: [1920,1080], tall: [1080,1920], phone: [390,844] };
const which = (process.argv[2] ?? 'wide').split(',');
const stages = (process.argv[3] ?? 'attract,notice,relaxing,live,game,result').split(',');
const lang = process.argv[4] ?? 'en';
const two = process.argv.includes('two');
const FILM = two ? '/tmp/booth/two.mjpeg' : '/tmp/booth/one.mjpeg';
if (!existsSync(FILM)) {
  const out: any = await build({ configFile: false, logLevel: 'silent', build: { write: false, target: 'esnext', lib: { entry: '/work/wt/booth/tests/browser/support/draw-scene.ts', formats: ['iife'], name: 'drawing' } } });
  const code = out[0].output[0].code;
  const b = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
  const p = await b.newPage(); await p.evaluate(code);
  const one = [[{neu:100},10],[{hap:100},5],[{ang:100},5],[{sad:100},5],[{hap:70,sad:30},5],[{fea:100},5]] as any[];
  const frames: Buffer[] = [];
  for (const [e,s] of one) { const a = await p.evaluate(`drawing.drawScene(${JSON.stringify({faces: two ? [e,{neu:100}] : [e], seconds: s})})`) as string; const j = Buffer.from(a.split(',')[1]!, 'base64'); for (let i=0;i<s*30;i++) frames.push(j); }
  writeFileSync(FILM, Buffer.concat(frames)); await b.close();
}
const served = await serve({ dir: DIST, port: 0 });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false, args: ['--disable-gpu','--use-fake-device-for-media-stream=device-count=1',`--use-file-for-fake-video-capture=${FILM}`] });
for (const name of which) {
  const [width,height] = SIZES[name]!;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'dark' });
  await context.grantPermissions(['camera']);
  const page = await context.newPage();
  page.on('console', (m) => { if (m.type()==='error') console.log('ERR', m.text()); });
  page.on('pageerror', (e) => console.log('PAGEERR', e.message));
  await page.addInitScript((l) => { localStorage.setItem('blendscope.settings', JSON.stringify({ language: l })); localStorage.setItem('blendscope.booth', JSON.stringify({ address: 'https://blendscope.example/try' })); }, lang);
  const t0 = Date.now();
  if (existsSync('/tmp/booth/targets.json')) { const t = (await import('node:fs')).readFileSync('/tmp/booth/targets.json','utf8'); await page.addInitScript((x) => localStorage.setItem('blendscope.booth-targets', x), t); }
  await page.goto(served.url + '#booth');
  const shot = async (s: string) => { if (stages.includes(s)) await page.screenshot({ path: `/tmp/booth/${name}-${s}${lang==='en'?'':'-'+lang}${two?'-two':''}.png` }); };
  await page.locator('.attract').waitFor(); await page.waitForTimeout(700);
  await shot('attract');
  await page.locator('.notice').waitFor({ timeout: 60000 }); await shot('notice');
  await page.locator('.notice .first').click();
  await page.locator('.relaxing').waitFor(); await page.waitForTimeout(500); await shot('relaxing');
  await page.locator('.live').waitFor({ timeout: 20000 }); 
  const play = page.locator(two ? '.live .button:not(.first):not(.quiet)' : '.live .first:not([disabled])');
  await play.waitFor({ timeout: 180000 });
  console.log(name, 'playable after', Date.now()-t0);
  const t = await page.evaluate(() => localStorage.getItem('blendscope.booth-targets'));
  if (t) writeFileSync('/tmp/booth/targets.json', t);
  await page.waitForTimeout(800);
  await shot('live');
  if (stages.includes('game') || stages.includes('result')) {
    await play.click();
    await page.locator('.game').waitFor(); await page.waitForTimeout(1500); await shot('game');
    await page.waitForTimeout(6500); await page.screenshot({ path: `/tmp/booth/${name}-playing${two?'-two':''}.png` });
    await page.waitForTimeout(4000); await page.screenshot({ path: `/tmp/booth/${name}-verdict${two?'-two':''}.png` });
    if (stages.includes('result')) { await page.locator('.result').waitFor({ timeout: 90000 }); await page.waitForTimeout(400); await shot('result');
      await page.locator('.offer .button').click(); await page.waitForTimeout(800); await page.screenshot({ path: `/tmp/booth/${name}-photo${two?'-two':''}.png` }); }
  }
  await context.close();
}
await browser.close(); await served.close();
