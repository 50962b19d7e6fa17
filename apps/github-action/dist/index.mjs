import {
  runChosen
} from "./chunks/chunk-ZK24KKFT.mjs";

// action:index
await runChosen();
