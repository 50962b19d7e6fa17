;; Counts the rows of a table and their fields, 64 bytes at a time: the same machine as RowCounter's, which calls it for
;; all but the first row.
;;
;; Every byte of a block becomes a bit, the first byte the lowest: one mask says where the quotes are, others where rows
;; end and fields are delimited. Quotes count by parity. A block in which one stands where none may open is gone over byte
;; by byte, and so are the last bytes, which are no block.
(module
  ;; Small enough for the caches that are near the processor.
  (memory (export "memory") 3)

  ;; How the table is written. `other` is CR where rows end with LF, and LF where they end with CR.
  (global $delimiter (export "delimiter") (mut i32) (i32.const 44))
  (global $lineEnd (export "lineEnd") (mut i32) (i32.const 10))
  (global $other (export "other") (mut i32) (i32.const 13))
  (global $columns (export "columns") (mut i32) (i32.const 1))

  ;; Where the machine stands. `start` is where the row begins, as an address; at most a little before the first byte.
  (global $inside (export "inside") (mut i32) (i32.const 0))
  (global $mayOpen (export "mayOpen") (mut i32) (i32.const 1))
  (global $start (export "start") (mut i32) (i32.const 0))
  (global $fields (export "fields") (mut i32) (i32.const 1))
  (global $rows (export "rows") (mut i32) (i32.const 0))
  ;; Whether it has stopped after a row that has another number of fields than the table has columns.
  (global $odd (export "odd") (mut i32) (i32.const 0))

  ;; Set once a byte of no ASCII has gone by.
  (global $wide (export "wide") (mut i32) (i32.const 0))

  (func $separates (param $byte i32) (result i32)
    (i32.or
      (i32.eq (local.get $byte) (global.get $delimiter))
      (i32.or
        (i32.eq (local.get $byte) (global.get $lineEnd))
        (i32.eq (local.get $byte) (global.get $other)))))

  ;; The bits of the 64 bytes of four vectors that are equal to the byte in every lane of `to`.
  (func $equal (param $a v128) (param $b v128) (param $c v128) (param $d v128) (param $to v128) (result i64)
    (i64.or
      (i64.or
        (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $a) (local.get $to))))
        (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $b) (local.get $to)))) (i64.const 16)))
      (i64.or
        (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $c) (local.get $to)))) (i64.const 32))
        (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $d) (local.get $to)))) (i64.const 48)))))

  ;; Goes over the bytes from `at` up to `end`. Stops after an odd row, whose `start` and `fields` are
  ;; left for the caller to look at. Returns how far it has come.
  (func (export "scan") (param $at i32) (param $end i32) (result i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $quote v128) (local $delimiters v128) (local $lineEnds v128) (local $others v128)
    (local $quotes i64) (local $ends i64) (local $delimited i64) (local $within i64) (local $openers i64)
    (local $below i64)
    (local $inside i64) (local $mayOpen i64) (local $known i32)
    (local $start i32) (local $fields i32) (local $rows i32) (local $columns i32)
    (local $position i32) (local $stop i32) (local $byte i32) (local $seen v128) (local $seenByte i32)

    (local.set $quote (i8x16.splat (i32.const 34)))
    (local.set $delimiters (i8x16.splat (global.get $delimiter)))
    (local.set $lineEnds (i8x16.splat (global.get $lineEnd)))
    (local.set $others (i8x16.splat (global.get $other)))
    (local.set $columns (global.get $columns))
    (local.set $inside (i64.extend_i32_s (global.get $inside)))
    (local.set $mayOpen (i64.extend_i32_u (global.get $mayOpen)))
    (local.set $known (i32.const 1)) ;; whether `mayOpen` is; else the byte before tells
    (local.set $start (global.get $start))
    (local.set $fields (global.get $fields))
    (local.set $rows (global.get $rows))
    (global.set $odd (i32.const 0))

    (block $leave
      (loop $next
       (block $bytewise
        (local.set $stop (i32.add (local.get $at) (i32.const 64)))
        (if (i32.gt_u (local.get $stop) (local.get $end))
          (then
            (br_if $leave (i32.eq (local.get $at) (local.get $end)))
            (local.set $stop (local.get $end))
            (if (i32.eqz (local.get $known))
              (then
                (local.set $mayOpen
                  (i64.extend_i32_u
                    (call $separates (i32.load8_u (i32.sub (local.get $at) (i32.const 1))))))))
            (br $bytewise)))
        (local.set $a (v128.load (local.get $at)))
        (local.set $b (v128.load offset=16 (local.get $at)))
        (local.set $c (v128.load offset=32 (local.get $at)))
        (local.set $d (v128.load offset=48 (local.get $at)))
        (local.set $seen
          (v128.or
            (local.get $seen)
            (v128.or
              (v128.or (local.get $a) (local.get $b))
              (v128.or (local.get $c) (local.get $d)))))
        (local.set $quotes
          (call $equal (local.get $a) (local.get $b) (local.get $c) (local.get $d) (local.get $quote)))

        ;; Within quotes only a quote means anything
        (if (i64.eqz (i64.or (local.get $quotes) (i64.xor (local.get $inside) (i64.const -1))))
          (then
            (local.set $at (i32.add (local.get $at) (i32.const 64)))
            (local.set $known (i32.const 0))
            (br $next)))

        (local.set $ends
          (call $equal (local.get $a) (local.get $b) (local.get $c) (local.get $d) (local.get $lineEnds)))
        (local.set $delimited
          (call $equal (local.get $a) (local.get $b) (local.get $c) (local.get $d) (local.get $delimiters)))

        (if (i64.eqz (local.get $quotes))
          (then (local.set $known (i32.const 0)))
          (else
            ;; For every byte, whether the number of quotes up to and with it is odd: then it is within
            (local.set $within (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 1))))
            (local.set $within (i64.xor (local.get $within) (i64.shl (local.get $within) (i64.const 2))))
            (local.set $within (i64.xor (local.get $within) (i64.shl (local.get $within) (i64.const 4))))
            (local.set $within (i64.xor (local.get $within) (i64.shl (local.get $within) (i64.const 8))))
            (local.set $within (i64.xor (local.get $within) (i64.shl (local.get $within) (i64.const 16))))
            (local.set $within (i64.xor (local.get $within) (i64.shl (local.get $within) (i64.const 32))))
            (local.set $within (i64.xor (local.get $within) (local.get $inside)))

            ;; A quote opens after a separator, or undoes a closing one right before it
            (local.set $openers
              (i64.or
                (i64.or (local.get $quotes) (i64.or (local.get $ends) (local.get $delimited)))
                (call $equal (local.get $a) (local.get $b) (local.get $c) (local.get $d) (local.get $others))))
            (if (i32.eqz (local.get $known))
              (then
                (local.set $mayOpen
                  (i64.extend_i32_u
                    (call $separates (i32.load8_u (i32.sub (local.get $at) (i32.const 1))))))))

            (if (i64.ne
                  (i64.and
                    (i64.and (local.get $quotes) (local.get $within))
                    (i64.xor
                      (i64.or (i64.shl (local.get $openers) (i64.const 1)) (local.get $mayOpen))
                      (i64.const -1)))
                  (i64.const 0))
              (then (br $bytewise)))

            (local.set $inside (i64.shr_s (local.get $within) (i64.const 63)))
            (local.set $mayOpen (i64.shr_u (local.get $openers) (i64.const 63)))
            (local.set $known (i32.const 1))
            (local.set $within (i64.xor (local.get $within) (i64.const -1)))
            (local.set $ends (i64.and (local.get $ends) (local.get $within)))
            (local.set $delimited (i64.and (local.get $delimited) (local.get $within)))))

        (if (i64.ne (local.get $ends) (i64.const 0))
          (then
            (loop $nextRow
              (local.set $position (i32.add (local.get $at) (i32.wrap_i64 (i64.ctz (local.get $ends)))))
              (local.set $below
                (i64.sub (i64.and (local.get $ends) (i64.sub (i64.const 0) (local.get $ends))) (i64.const 1)))
              (local.set $fields
                (i32.add
                  (local.get $fields)
                  (i32.wrap_i64 (i64.popcnt (i64.and (local.get $delimited) (local.get $below))))))
              (local.set $delimited
                (i64.and (local.get $delimited) (i64.xor (local.get $below) (i64.const -1))))
              ;; An empty line is no row
              (if (i32.eqz
                    (i32.or
                      (i32.eq (local.get $position) (local.get $start))
                      (i32.and
                        (i32.eq (i32.sub (local.get $position) (local.get $start)) (i32.const 1))
                        (i32.eq
                          (i32.load8_u (i32.sub (local.get $position) (i32.const 1)))
                          (i32.const 13)))))
                (then
                  (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
                  (if (i32.ne (local.get $fields) (local.get $columns))
                    (then
                      (local.set $at (i32.add (local.get $position) (i32.const 1)))
                      (local.set $inside (i64.const 0))
                      (local.set $known (i32.const 0))
                      (global.set $odd (i32.const 1))
                      (br $leave)))))
              (local.set $start (i32.add (local.get $position) (i32.const 1)))
              (local.set $fields (i32.const 1))
              (local.set $ends (i64.and (local.get $ends) (i64.sub (local.get $ends) (i64.const 1))))
              (br_if $nextRow (i64.ne (local.get $ends) (i64.const 0))))))
        (local.set $fields
          (i32.add (local.get $fields) (i32.wrap_i64 (i64.popcnt (local.get $delimited)))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br $next))

        (local.set $known (i32.const 1))
        (loop $nextByte
          (local.set $byte (i32.load8_u (local.get $at)))
          (local.set $seenByte (i32.or (local.get $seenByte) (local.get $byte)))
          (if (i32.eq (local.get $byte) (i32.const 34))
            (then
              (if (i64.ne (i64.or (local.get $inside) (local.get $mayOpen)) (i64.const 0))
                (then
                  (local.set $mayOpen (i64.and (local.get $inside) (i64.const 1)))
                  (local.set $inside (i64.xor (local.get $inside) (i64.const -1))))))
            (else
              (if (i64.eqz (local.get $inside))
                (then
                  (local.set $mayOpen (i64.extend_i32_u (call $separates (local.get $byte))))
                  (local.set $fields
                    (i32.add (local.get $fields) (i32.eq (local.get $byte) (global.get $delimiter))))
                  (if (i32.eq (local.get $byte) (global.get $lineEnd))
                    (then
                      (local.set $position (i32.sub (local.get $at) (local.get $start)))
                      (if (i32.eqz
                            (i32.or
                              (i32.eqz (local.get $position))
                              (i32.and
                                (i32.eq (local.get $position) (i32.const 1))
                                (i32.eq
                                  (i32.load8_u (i32.sub (local.get $at) (i32.const 1)))
                                  (i32.const 13)))))
                        (then
                          (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
                          (if (i32.ne (local.get $fields) (local.get $columns))
                            (then
                              (local.set $at (i32.add (local.get $at) (i32.const 1)))
                              (global.set $odd (i32.const 1))
                              (br $leave)))))
                      (local.set $start (i32.add (local.get $at) (i32.const 1)))
                      (local.set $fields (i32.const 1))))))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br_if $nextByte (i32.lt_u (local.get $at) (local.get $stop))))
        (br $next)))

    (if (i32.or (i32.and (local.get $seenByte) (i32.const 128)) (i8x16.bitmask (local.get $seen)))
      (then (global.set $wide (i32.const 1))))
    (if (i32.eqz (local.get $known))
      (then
        (local.set $mayOpen
          (i64.extend_i32_u (call $separates (i32.load8_u (i32.sub (local.get $at) (i32.const 1))))))))
    (global.set $inside (i32.wrap_i64 (local.get $inside)))
    (global.set $mayOpen (i32.wrap_i64 (local.get $mayOpen)))
    (global.set $start (local.get $start))
    (global.set $fields (local.get $fields))
    (global.set $rows (local.get $rows))
    (local.get $at)))
