const FIRST_CAPACITY = 64;

/** Numbers that stay in ascending order while some come and others go. */
export class SortedValues {
  #values = new Float64Array(FIRST_CAPACITY);
  #length = 0;

  /** All of them, ascending; good until the next change. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  insert(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    const place = this.#indexOfEmotion(value);
    this.#values.copyWithin(place + 1, place, this.#length);
    this.#values[place] = value;
    this.#length += 1;
  }

  /** Takes away one number that was inserted. Does nothing where there is none such. */
  remove(value: number): void {
    const place = this.#indexOfEmotion(value);
    if (place === this.#length || this.#values[place] !== value) return;
    this.#values.copyWithin(place, place + 1, this.#length);
    this.#length -= 1;
  }

  /** The first place whose number is not smaller. */
  #indexOfEmotion(value: number): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#values[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const values = new Float64Array(2 * this.#values.length);
    values.set(this.#values);
    this.#values = values;
  }
}
