/** The version of the engine; every answer names it. */
export const VERSION = '0.1.0'
