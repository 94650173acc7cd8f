/// Memory that begins where a page does and goes away with its owner.
final class PageBuffer {
    /// The kernel copies between pages several times as fast when both sides begin at the same place in one.
    static let page = 4096

    let bytes: UnsafeMutableRawBufferPointer

    init(count: Int) {
        bytes = .allocate(byteCount: count, alignment: Self.page)
    }

    deinit { bytes.deallocate() }
}
