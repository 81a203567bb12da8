private import Glibc

/// A value that several threads change, one at a time, and wait for.
@safe
public final class Monitor<Value>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Read and written under `lock` only.
  private var value: Value

  /// Guards a value.
  public init(_ value: sending Value) {
    self.value = value
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe pthread_cond_destroy(changed)
    unsafe lock.deallocate()
    unsafe changed.deallocate()
  }

  /// Changes the value, and wakes all that wait.
  public func change(_ body: (inout Value) -> Void) {
    unsafe pthread_mutex_lock(lock)
    body(&value)
    unsafe pthread_cond_broadcast(changed)
    unsafe pthread_mutex_unlock(lock)
  }

  /// What `take` gets out of the value; where that is nil, it is asked again after each change.
  public func wait<Result>(for take: (inout Value) -> Result?) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while true {
      if let result = take(&value) { return result }
      unsafe pthread_cond_wait(changed, lock)
    }
  }
}
