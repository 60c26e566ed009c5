import { withBrowser } from './browser.ts';

/** The name of the adapter that the browser gives to the page at `url`; null where there is none. */
export function webgpuAdapter(url: string, flags: readonly string[]): Promise<string | null> {
  return withBrowser(flags, async (context) => {
    const page = await context.newPage();
    await page.goto(url);
    return page.evaluate(async () => {
      if (!('gpu' in navigator)) return null;
      const adapter = await navigator.gpu.requestAdapter().catch(() => null);
      if (adapter === null) return null;
      const { vendor, architecture, device, description } = adapter.info;
      return [vendor, architecture, device, description].filter((part) => part !== '').join(' ');
    });
  });
}
