import type { Failure } from '../../../core/session/failure.ts';
import type { Notice } from '../../../core/session/notice.ts';
import { fileProblemWords } from './file-problems.ts';
import type { Message } from '../message.ts';
import { numbersOf } from '../numbers.ts';

const { megabytes, gigabytes } = numbersOf('en');

const CHECK_CONNECTION = 'Check the connection, then choose “Try again”.';
const TELL_OWNER = 'Choose “Try again”, and if that does not help, tell whoever runs this page.';
const COMPUTE_ELSEWHERE = 'Choose another way under “Compute on” in Settings, then “Try again”.';

/** The words for a failure; files and packs are named, causes that help nobody are not. */
export function failureMessage(failure: Failure): Message {
  switch (failure.kind) {
    case 'camera-unsupported':
      return failure.secure
        ? {
            title: 'This browser gives web pages no camera.',
            advice: 'Use a current Chrome, Edge, Firefox or Safari, or try it without a camera.',
          }
        : {
            title: 'The browser gives no camera to a page without a secure address.',
            advice: 'Open the page with https:// in front, or try it without a camera.',
          };
    case 'camera-denied':
      return {
        title: 'The camera is not allowed on this page.',
        advice:
          'Click the icon beside the page’s address, allow the camera there, then choose “Try again”.',
      };
    case 'camera-missing':
      return {
        title: 'No camera was found.',
        advice:
          'Try it without a camera, open a video or photo, or plug in a camera and choose “Try again”.',
      };
    case 'camera-busy':
      return {
        title: 'Another program is using the camera.',
        advice: 'Close that program or browser tab, then choose “Try again”.',
      };
    case 'file-undecodable': {
      const { what, advice } = fileProblemWords(failure.problem);
      return { title: `“${failure.name}” ${what}.`, advice };
    }
    case 'asset-missing':
      return {
        title: `A part of this page, “${failure.name}”, could not be loaded.`,
        advice: failure.status === null ? CHECK_CONNECTION : TELL_OWNER,
      };
    case 'asset-html':
      return {
        title: `Instead of the file “${failure.name}” the server sent a web page.`,
        advice: TELL_OWNER,
      };
    case 'asset-truncated':
      return {
        title: `Only ${megabytes(failure.received)} of ${megabytes(failure.expected)} MB of “${failure.name}” arrived.`,
        advice: CHECK_CONNECTION,
      };
    case 'asset-corrupt':
      return {
        title: `The file “${failure.name}” is not the one this page was made with.`,
        advice: TELL_OWNER,
      };
    case 'asset-stalled':
      return {
        title: `The download of “${failure.name}” stood still for ${failure.seconds} seconds.`,
        advice: CHECK_CONNECTION,
      };
    case 'pack-invalid':
      return {
        title: `The model “${failure.pack}” does not fit this page: its field “${failure.field}” is not valid.`,
        advice: 'Correct that field, or use another model, then choose “Try again”.',
      };
    case 'model-wrong':
      return {
        title: `The model “${failure.pack}” does not compute correctly on this device.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-not-finite':
      return {
        title: `The model “${failure.pack}” gave numbers that mean nothing.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-too-large':
      return {
        title: `The model “${failure.pack}” needs ${gigabytes(failure.needed)} GB of memory, and here it can have ${gigabytes(failure.most)} GB.`,
        advice: 'Take it with its weights in fewer bits, or another model.',
      };
    case 'analyser-crashed':
      return {
        title: 'The analysis keeps stopping on this device.',
        advice: 'Close other tabs and programs, then choose “Try again”.',
      };
    case 'analyser-silent':
      return {
        title: `The analysis has not answered for ${failure.seconds} seconds.`,
        advice: 'Close other tabs and programs, then choose “Try again”.',
      };
    case 'unexpected':
      return {
        title: 'Something unexpected stopped the page.',
        advice: 'Choose “Try again”, and reload the page if that does not help.',
      };
  }
}

/** The words for a notice: the page goes on meanwhile. */
export function noticeMessage(notice: Notice): Message {
  switch (notice.kind) {
    case 'camera-replaced':
      return {
        title: 'The camera you chose is not there.',
        advice:
          notice.used === null
            ? 'The page uses another one instead; Settings has the others.'
            : `The page uses “${notice.used}” instead; Settings has the others.`,
      };
    case 'camera-unplugged':
      return {
        title: 'The camera was unplugged.',
        advice: 'Plug it in again, and the page goes on by itself.',
      };
    case 'camera-returned':
      return { title: 'The camera is back.', advice: 'There is nothing for you to do.' };
    case 'webgpu-missing':
      return {
        title: 'This browser offers no WebGPU.',
        advice: 'The page computes on the processor instead; there is nothing for you to do.',
      };
    case 'webgpu-too-small':
      return {
        title: `The model “${notice.pack}” needs buffers of ${megabytes(notice.needed)} MB, and the graphics chip has none of more than ${megabytes(notice.most)} MB.`,
        advice: 'The page computes on the processor instead; there is nothing for you to do.',
      };
    case 'webgpu-wrong':
      return {
        title: 'The graphics chip gave wrong numbers.',
        advice: 'The page computes on the processor instead; there is nothing for you to do.',
      };
    case 'webgpu-lost':
      return {
        title: 'The graphics chip stopped for a moment.',
        advice:
          notice.now === 'webgpu'
            ? 'It was started again; there is nothing for you to do.'
            : 'The page goes on with the processor; there is nothing for you to do.',
      };
    case 'analyser-restarted':
      return {
        title: 'The analysis had stopped and was started again.',
        advice: 'If this happens often, close other tabs and programs.',
      };
    case 'pack-replaced':
      return {
        title: 'Your model does not run any more.',
        advice: `The page’s own model reads on: ${failureMessage(notice.failure).title}`,
      };
    case 'pack-unknown':
      return {
        title: `There is no model “${notice.id}” here.`,
        advice: 'The page’s own reads instead; drop the model on the page to have it here.',
      };
    case 'first-picture':
      return {
        title: 'This browser shows only the first picture of this animation.',
        advice: 'To see it move, open it in a current Chrome or Edge, or convert it to an MP4.',
      };
    case 'film-incomplete':
      return {
        title: `“${notice.name}” ${fileProblemWords(notice.problem).what}.`,
        advice: 'What can be decoded of it is played again and again.',
      };
    case 'report-without-pictures':
      return {
        title: 'This report holds no pictures.',
        advice: 'What is shown is what was recorded; nothing can be read again.',
      };
    case 'files-useless':
      return {
        title: 'These files hold nothing to evaluate.',
        advice:
          'Choose clips (mp4, mov, webm, mkv), a csv that labels them, or a json with predictions.',
      };
    case 'files-untimely':
      return {
        title: 'These files were not added.',
        advice: 'Cancel the evaluation first: what is finished is kept, and it goes on from there.',
      };
  }
}
