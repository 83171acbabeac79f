public import Diagnostics
import HTML
public func renderBody(_ source: [UInt8], range: Range<Int>, in file: SourceFile, options: RenderOptions) -> Diagnosed<RenderedBody> { Diagnosed(.empty) }
public func renderInline(_ text: String, at span: Span, options: RenderOptions) -> Diagnosed<RenderedBody> { Diagnosed(.empty) }
