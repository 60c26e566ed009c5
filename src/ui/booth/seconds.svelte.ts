/** Enough for a face that moves slowly, at half the cost of every frame of the screen. */
const PER_SECOND = 25;

/** Seconds since the component was shown, reactive, a few times a second. Call it while a component is made. */
export function countSeconds(): () => number {
  let seconds = $state(0);
  $effect(() => {
    const start = performance.now();
    let shown = 0;
    let request = requestAnimationFrame(function step(now) {
      request = requestAnimationFrame(step);
      const picture = Math.floor(((now - start) * PER_SECOND) / 1000);
      if (picture <= shown) return;
      shown = picture;
      seconds = picture / PER_SECOND;
    });
    return () => {
      cancelAnimationFrame(request);
    };
  });
  return () => seconds;
}
