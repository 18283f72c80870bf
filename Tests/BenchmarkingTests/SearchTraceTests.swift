import Testing

@testable import Benchmarking

@Suite struct SearchTraceTests {
  private let log = """
    {"seconds":0.5,"objective":null,"bound":90000000,"certifiedBound":80000000,"gap":null,"certifiedGap":null,"phase":"a"}
    {"seconds":1,"objective":101000000,"bound":99000000,"certifiedBound":80000000,"phase":"b"}
    {"seconds":2,"objective":100000000,"bound":100000000,"certifiedBound":99500000,"phase":"b"}
    {"seconds":3,"objective":102000000,"bound":100000000,"certifiedBound":99000000,"phase":"finished"}
    {"seconds":4,"objec
    """

  @Test("a progress log becomes a trace in points that never gets worse; a line that was cut is left out")
  func reading() {
    let trace = SearchTrace(progressLog: log)
    #expect(trace.moments.count == 4)
    #expect(trace.firstPlan == 1)
    #expect(trace.last == SearchTrace.Moment(seconds: 3, objective: 100, bound: 99.5))
    #expect(trace.claimedBound == 100)
    #expect(trace.claimedGap == 0)
  }

  @Test("the clock is read at the certified gap, not at the claimed one")
  func marks() {
    let trace = SearchTrace(progressLog: log)
    #expect(trace.seconds(toGap: 0.3) == 1)
    #expect(GapMarks.seconds(trace) == ["1%": 2, "0.5%": 2])
  }

  @Test("a chart is well-formed also where nothing was found, and escapes its names")
  func chart() {
    let chart = GapChart(
      title: "a < b & c",
      series: [
        .init(name: "found", trace: SearchTrace(progressLog: log)), .init(name: "nothing", trace: SearchTrace()),
      ])
    #expect(chart.svg.contains("a &lt; b &amp; c"))
    #expect(chart.svg.contains("nothing: no gap"))
    #expect(!chart.svg.contains("nan") && !chart.svg.contains("inf"))
  }
}
