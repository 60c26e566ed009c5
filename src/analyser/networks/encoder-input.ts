/** Numbers in main memory, or in the memory of the GPU that computes. */
export type EncoderInput = Float32Array | GPUBuffer;
