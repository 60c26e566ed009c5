import { TimelineChart } from './timeline-chart.ts';
import type { TimelineRequest } from './messages.ts';

let chart: TimelineChart | null = null;

self.onmessage = ({ data: request }: MessageEvent<TimelineRequest>) => {
  switch (request.type) {
    case 'open':
      chart = new TimelineChart(request.canvas, request.colors, request.size);
      return;
    case 'resize':
      chart?.resize(request.size);
      return;
    case 'show':
      chart?.show(request.lines);
      return;
  }
};
