/// What was noticed in the data. Old papers are always odd: a [chancery.finding.Finding] stands beside a result,
/// reading goes on, and nothing is thrown.
@org.jspecify.annotations.NullMarked
package chancery.finding;
