import type { RequestListener, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import sirv from 'sirv';
import { cacheControl, securityHeaders } from './headers.ts';

/** Types that sirv's table does not know. */
const TYPES: Readonly<Record<string, string>> = {
  '.onnx': 'application/octet-stream',
  '.tflite': 'application/octet-stream',
};

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain;charset=utf-8',
  });
  response.end(`${text}\n`);
}

function describe(response: ServerResponse, path: string): void {
  response.setHeader('Cache-Control', cacheControl(path));
  const type = TYPES[extname(path)];
  if (type !== undefined) response.setHeader('Content-Type', type);
}

/**
 * Answers GET and HEAD with the files of `dir` as they are now, every answer with the security
 * headers. What is missing is a 404 in plain text, never the page: a model answered by index.html
 * would load as rubbish.
 */
export function fileListener(dir: string): RequestListener {
  const files = sirv(dir, { brotli: true, gzip: true, etag: true, setHeaders: describe });
  const headers = new Map(Object.entries(securityHeaders()));
  return (request, response) => {
    response.setHeaders(headers);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      answer(response, 405, 'Only GET and HEAD are answered here.');
      return;
    }
    files(request, response, () => {
      answer(response, 404, `There is no ${request.url ?? '/'} here.`);
    });
  };
}
