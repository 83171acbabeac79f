import HTML

/// A page's templates as one flat list of instructions, all names resolved to slots.
struct Program: Sendable {
  /// Where a value is found while rendering.
  struct Slot: Sendable {
    /// Which of the records entered so far, from 0 for the page's own.
    let frame: Int
    /// The slot in that record.
    let index: Int
    /// Which of ``Program/paths`` leads on from there, for names with dots; -1 for others.
    let path: Int
  }

  /// What a list tells of its current item.
  enum LoopName: Sendable {
    case first, last, index
  }

  /// One step; a step with an `end` governs the steps between itself and there.
  enum Instruction: Sendable {
    /// Bytes of ``Program/literals``.
    case literal(Range<Int>)
    case value(Slot, Escape)
    /// A number of the list entered as this frame.
    case position(frame: Int)
    /// Goes on if the value is there, and not empty.
    case present(Slot, end: Int)
    case absent(Slot, end: Int)
    case loop(LoopName, frame: Int, isInverted: Bool, end: Int)
    /// Enters a record as the next frame, if it is there.
    case enter(Slot, end: Int)
    /// Enters each record of a list as the next frame.
    case each(Slot, end: Int)
  }

  var instructions: [Instruction] = []
  var literals = HTMLFragment.empty
  /// Slots to follow from record to record, for names with dots.
  var paths: [[Int]] = []
  /// How many values the page's record has.
  var slotCount = 0

  /// Whether the templates themselves give an element this id.
  ///
  /// Complexity: O(literal bytes).
  func writes(id: String) -> Bool {
    ["\"", "'"].contains { quote in
      literals.bytes.firstRange(of: Array(" id=\(quote)\(id)\(quote)".utf8), from: 0) != nil
    }
  }
}
