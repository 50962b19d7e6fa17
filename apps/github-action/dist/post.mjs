import {
  runPost
} from "./chunks/chunk-PLTFPKSW.mjs";

// action:post
await runPost();
