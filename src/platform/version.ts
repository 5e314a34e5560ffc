/** The version of the add-on that a self-check names; the same as the package's. */
export const version = '0.3.0';
