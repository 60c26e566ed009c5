/** What may differ from production: the dev server injects styles into the page. */
export interface HeaderOptions {
  readonly inlineStyles?: boolean;
}

/** What the page itself may do; fullscreen and a screen that stays on are for booths. */
const FEATURES_ON = ['camera', 'fullscreen', 'screen-wake-lock'];

/** Chromium's list; a browser that knows fewer ignores the rest. */
const FEATURES_OFF = [
  'accelerometer',
  'browsing-topics',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

function contentSecurityPolicy(styles: string): string {
  return [
    "default-src 'self'",
    // The networks and the detector are WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${styles}`,
    "connect-src 'self'",
    // Opened files and canvases are shown by blob addresses.
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function permissionsPolicy(): string {
  return [
    ...FEATURES_ON.map((feature) => `${feature}=(self)`),
    ...FEATURES_OFF.map((feature) => `${feature}=()`),
  ].join(', ');
}

/**
 * The headers of every response, a worker's script and a 404 included: a worker takes its policy
 * from its own response.
 */
export function securityHeaders({ inlineStyles = false }: HeaderOptions = {}): Record<
  string,
  string
> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(
      inlineStyles ? "'self' 'unsafe-inline'" : "'self'",
    ),
    // Both together isolate the page, which is what allows WebAssembly threads.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': permissionsPolicy(),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** How long a response may be kept: files of /assets/ carry a hash in their names, no others do. */
export function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The same rules in the `_headers` format of Netlify and Cloudflare Pages. */
export function headersFile(): string {
  const rule = ([name, value]: readonly [string, string]): string => `  ${name}: ${value}`;
  return [
    '/*',
    ...Object.entries(securityHeaders()).map(rule),
    '',
    '/assets/*',
    rule(['Cache-Control', cacheControl('/assets/')]),
    '',
  ].join('\n');
}

/** The security headers for a Caddyfile to import; replaced, should something else have set one. */
export function caddyHeaders(): string {
  const line = ([name, value]: readonly [string, string]): string => `\t${name} "${value}"`;
  return ['header {', ...Object.entries(securityHeaders()).map(line), '}', ''].join('\n');
}
