import {
  runChosen
} from "./chunks/chunk-L7ICSBA5.mjs";

// action:index
await runChosen();
