import { addClear } from './clear.ts'
import { addLists } from './lists.ts'
import { addRescreen } from './rescreen.ts'
import { addScreen } from './screen.ts'

/** The commands of the screening lists, which judging a deal does not load. */
export const OF_LISTS = [addScreen, addClear, addRescreen, addLists]
