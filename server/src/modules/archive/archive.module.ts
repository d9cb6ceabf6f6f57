import { Module } from '@nestjs/common'
import { WechatModule } from '../../wechat/index.ts'
import { HouseholdRecordsController } from './http/household-records.controller.ts'
import { HouseholdVehiclesController } from './http/household-vehicles.controller.ts'
import { HouseholdsController } from './http/households.controller.ts'
import { OfficeInvitationsController } from './http/office-invitations.controller.ts'
import { ParkingSpacesController } from './http/parking-spaces.controller.ts'
import { StructureController } from './http/structure.controller.ts'
import { VehiclesController } from './http/vehicles.controller.ts'

@Module({
  imports: [WechatModule],
  controllers: [
    HouseholdsController,
    HouseholdRecordsController,
    OfficeInvitationsController,
    HouseholdVehiclesController,
    ParkingSpacesController,
    StructureController,
    VehiclesController,
  ],
})
export class ArchiveModule {}
