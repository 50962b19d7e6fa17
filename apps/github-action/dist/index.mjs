import {
  runChosen
} from "./chunks/chunk-XKRTO2CY.mjs";

// action:index
await runChosen();
