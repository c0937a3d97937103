/// Made-up customers, keys and checks for measuring and for looking around: the command `demo-data`.
///
/// Owns the ids by which what is made up can be told from what is real ([MadeUpIds]), and how it is spread. Uses the
/// exchanges' content, the form of a key's report and the rules for headlines and causes, and nothing else of the
/// portal: nothing secret is written, no key is ever asked about. Called by the launch alone; nothing here is a bean of
/// the running portal.
///
/// How it is made up, by seed and moment alone ([DemoPlan]):
///
/// - **Customers** have a few keys, some of them many, and addresses that lead nowhere. One in three has come lately:
///   of these the way to a first key is told step by step, or to where it stopped.
/// - **Keys** have a [Fate] each. About four in five work. What is wrong with the others began with the key, at some
///   time since, or in an incident that hit some hundred keys of one exchange within hours, however many keys there
///   are. Exchange, strategy, program and label are drawn. Most keys are of the last three months.
/// - **Checks** follow from the fate: the first when the key was connected, the last one to seven hours before the
///   plan's moment, the others every six hours before that, closer where the key is younger; where something began
///   long before these, one when it began. One in fifty says nothing. What they say was worked out by the portal's own
///   comparison and diagnosis, from rights and clues that lead to it.
/// - **Rows of keys** say what the portal would have noted after these checks, and since when: headline and cause are
///   asked of the portal after every check ([FoundSoFar]). As no key has a secret, no replaced one is known to be
///   still accepted.
/// - **Days** of new failures and of answers' times are counted from these checks, as the portal would have.
/// - **Reports** are whole for the latest two checks of a key and for the one that its verdict rests on. All older
///   ones are empty, as after a retention: twenty million whole ones would be forty gigabytes that nobody reads.
@ApplicationModule(allowedDependencies = {"exchange", "key", "mail", "verification", "platform"})
@NullMarked
package dev.porteclef.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
