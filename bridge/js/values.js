// The table of handles: what the numbers stand for that Go knows JavaScript values by.

/**
 * Creates a table. Its first values stay; undefined is always 0, and needs no place.
 * @param {...unknown} values
 */
export const createValues = (...values) => {
  /** @type {number[]} */
  const free = [];
  values.unshift(undefined);
  return {
    /**
     * Returns the value of a handle.
     * @param {number} handle
     */
    at: (handle) => values[handle],

    /**
     * Returns a handle for a value, and adds it to those that will be dropped together.
     * @param {unknown} value
     * @param {number[]} handles
     */
    put(value, handles) {
      if (value === undefined) return 0;
      const last = free.length - 1;
      const handle = last < 0 ? values.length : free[last];
      if (last >= 0) free.length = last;
      values[handle] = value;
      handles.push(handle);
      return handle;
    },

    /**
     * Frees the handles, and empties their list.
     * @param {number[]} handles
     */
    drop(handles) {
      for (const handle of handles) {
        values[handle] = undefined;
        free.push(handle);
      }
      handles.length = 0;
    },
  };
};
