import Testing

extension Trait where Self == TimeLimitTrait {
  /// A guard against waiting for what never comes, for tests that wait for sockets, files and programs.
  ///
  /// A test that waits shares its threads with every other of the run, and on a slow machine may get
  /// none for minutes; so the limit is far from what any run takes and measures nothing.
  public static var endsSometime: Self { .timeLimit(.minutes(30)) }
}
